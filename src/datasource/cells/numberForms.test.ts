import { numbersSchema } from '../../query/cellForms';
import { changeForms, formatOf, markersIn, numberFormats } from './numberForms';

it.each(numberFormats)('$example is a format that queries take, and is found again', ({ decimal, thousands }) => {
  const forms = numbersSchema.parse(changeForms(undefined, { decimal, thousands }) ?? {});
  expect(formatOf(forms)).toMatchObject({ decimal, thousands });
});

it('says nothing where numbers are written as usual', () => {
  expect(changeForms({ decimal: ',', percent: true }, { decimal: '.', percent: false })).toBeUndefined();
});

it('keeps a currency that was written out, and what else was set, when the format changes', () => {
  expect(changeForms({ currency: 'EUR', duration: true }, { decimal: ',', thousands: '.' })).toEqual({
    decimal: ',',
    thousands: '.',
    currency: 'EUR',
    duration: true,
  });
});

it('takes markers apart by commas', () => {
  expect(markersIn(' -999, n.b. ,')).toEqual(['-999', 'n.b.']);
  expect(markersIn(' ')).toBeUndefined();
});
