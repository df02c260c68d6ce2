import type { TestName } from '../../../query/testNames';
import { t } from '../../text';

interface TestWords {
  readonly label: string;
  readonly sees: string;
}

/** A test's name as people write it, and what it sees. */
export function testWords(test: TestName): TestWords {
  return allWords()[test];
}

function allWords(): Readonly<Record<TestName, TestWords>> {
  return {
    ks: { label: 'Kolmogorov-Smirnov', sees: t('tests.ks', 'Any difference between two numeric samples') },
    anderson_darling: {
      label: 'Anderson-Darling',
      sees: t('tests.ad', 'Like Kolmogorov-Smirnov, with more weight on the tails'),
    },
    cramer_von_mises: {
      label: 'Cramér-von Mises',
      sees: t('tests.cvm', 'Differences spread over the whole distribution'),
    },
    mann_whitney: { label: 'Mann-Whitney U', sees: t('tests.mw', 'Whether one sample tends to be larger') },
    welch_t: { label: 'Welch t', sees: t('tests.welch', 'Change in the mean') },
    student_t: { label: 'Student t', sees: t('tests.student', 'Change in the mean, assuming equal variances') },
    epps_singleton: { label: 'Epps-Singleton', sees: t('tests.es', 'Any difference, including discrete numbers') },
    energy: { label: 'Energy distance', sees: t('tests.energy', 'Distance between distributions') },
    wasserstein: { label: 'Wasserstein', sees: t('tests.w', "Distance between distributions, in the feature's unit") },
    wasserstein_normed: {
      label: 'Wasserstein, normed',
      sees: t('tests.wn', 'Distance between distributions, in standard deviations'),
    },
    mmd: { label: 'MMD', sees: t('tests.mmd', 'Any difference, with a kernel') },
    psi: { label: 'PSI', sees: t('tests.psi', 'Population stability index over the deciles of the baseline') },
    psi_sturges: {
      label: 'PSI, equal bins',
      sees: t('tests.psiSturges', 'Population stability index over equal-width bins'),
    },
    kl: { label: 'Kullback-Leibler', sees: t('tests.kl', 'Relative entropy of the shares') },
    jensen_shannon: { label: 'Jensen-Shannon', sees: t('tests.js', 'Divergence between 0 and 1, in bits') },
    jensen_shannon_nats: { label: 'Jensen-Shannon, nats', sees: t('tests.jsNats', 'Divergence, in nats') },
    hellinger: { label: 'Hellinger', sees: t('tests.hellinger', 'Distance between 0 and 1') },
    total_variation: { label: 'Total variation', sees: t('tests.tv', 'Share of values that changed category') },
    l_infinity: { label: 'L-infinity', sees: t('tests.linf', 'Largest change in one share') },
    missing_rate: { label: 'Missing rate', sees: t('tests.missing', 'Change in the missing rate') },
    chi_square: { label: 'χ²', sees: t('tests.chi', 'Change in category shares') },
    g_test: { label: 'G-test', sees: t('tests.g', 'Change in category shares (likelihood ratio)') },
    fisher: { label: 'Fisher', sees: t('tests.fisher', 'Change in one share, exact for small counts') },
    z: { label: 'Two proportions z', sees: t('tests.z', 'Change in one share') },
  };
}
