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
    ks: { label: 'Kolmogorov-Smirnov', sees: t('tests.ks', 'any difference of two samples of numbers') },
    anderson_darling: {
      label: 'Anderson-Darling',
      sees: t('tests.ad', 'as Kolmogorov-Smirnov, with more weight on the tails'),
    },
    cramer_von_mises: {
      label: 'Cramér-von Mises',
      sees: t('tests.cvm', 'differences spread over the whole distribution'),
    },
    mann_whitney: { label: 'Mann-Whitney U', sees: t('tests.mw', 'whether one sample tends to be larger') },
    welch_t: { label: 'Welch t', sees: t('tests.welch', 'a change of the mean') },
    student_t: { label: 'Student t', sees: t('tests.student', 'a change of the mean, where the spread is the same') },
    epps_singleton: { label: 'Epps-Singleton', sees: t('tests.es', 'any difference, discrete numbers too') },
    energy: { label: 'Energy distance', sees: t('tests.energy', 'a size: how far the distributions lie apart') },
    wasserstein: { label: 'Wasserstein', sees: t('tests.w', "a size: how far values moved, in the feature's unit") },
    wasserstein_normed: {
      label: 'Wasserstein, normed',
      sees: t('tests.wn', 'a size: how far values moved, in standard deviations'),
    },
    mmd: { label: 'MMD', sees: t('tests.mmd', 'any difference, by a kernel') },
    psi: { label: 'PSI', sees: t('tests.psi', "population stability index over the baseline's deciles") },
    psi_sturges: {
      label: 'PSI, equal bins',
      sees: t('tests.psiSturges', 'population stability index over equal bins'),
    },
    kl: { label: 'Kullback-Leibler', sees: t('tests.kl', 'a size: relative entropy of the shares') },
    jensen_shannon: { label: 'Jensen-Shannon', sees: t('tests.js', 'a size between 0 and 1, in bits') },
    jensen_shannon_nats: { label: 'Jensen-Shannon, nats', sees: t('tests.jsNats', 'a size, in nats') },
    hellinger: { label: 'Hellinger', sees: t('tests.hellinger', 'a size between 0 and 1') },
    total_variation: { label: 'Total variation', sees: t('tests.tv', 'a size: the share of values that moved') },
    l_infinity: { label: 'L-infinity', sees: t('tests.linf', 'a size: the largest change of one share') },
    missing_rate: { label: 'Missing rate', sees: t('tests.missing', 'a change of the share of missing values') },
    chi_square: { label: 'χ²', sees: t('tests.chi', 'a change of the shares of categories') },
    g_test: { label: 'G-test', sees: t('tests.g', 'a change of the shares of categories, by likelihood') },
    fisher: { label: 'Fisher', sees: t('tests.fisher', 'a change of one share, exact for small counts') },
    z: { label: 'Two proportions z', sees: t('tests.z', 'a change of one share') },
  };
}
