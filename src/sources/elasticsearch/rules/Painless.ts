import type { Constant, Operand } from '../../../distribution/rule/TypedRule';
import type { ArithmeticOperator, Comparator } from '../../../query/rule/RuleNode';
import type { StoreField } from '../fields/StoreField';
import type { Query } from './RuleField';

/** A script can't say it: the message goes on behind nothing. */
export class NoScript extends Error {}

/** As the file's own arithmetic: a value, and how far rounding may have moved it. */
interface Part {
  readonly value: string;
  readonly slack: string;
  /** A whole number of 64 bits, before it is made a double. */
  readonly whole?: string;
}

const ZERO = '0.0';
const MOST_SAFE = '9007199254740991.0';

/**
 * A script that computes and compares as `judgeRows` does, in doubles and with the same slack. It answers false for a
 * document without one of the values.
 */
export class Painless {
  private readonly lines: string[] = [];
  private readonly params: Record<string, unknown> = {};
  private next = 0;

  constructor(private readonly fieldOf: (name: string) => StoreField) {}

  /** Documents in which two operands are to each other as asked. Throws a NoScript. */
  compare(op: Comparator, as: 'number' | 'time', sides: readonly [Operand, Operand]): Query {
    const [left, right] = this.sidesOf(sides, as);
    if (left.whole !== undefined && right.whole !== undefined) {
      return this.query(`return ${left.whole} ${op} ${right.whole};`);
    }
    const [a, b] = [left.value, right.value];
    const far = `Math.abs(${a} - ${b}) > ${left.slack} + ${right.slack}`;
    return this.query(
      `double d = ${a} == ${b} ? 0.0 : (${far}) ? ${a} - ${b} : 0.0; if (Double.isNaN(d)) { return false; } return d ${op} 0.0;`
    );
  }

  /** Documents in which an operand has a value. Throws a NoScript. */
  known(operand: Operand): Query {
    this.numberOf(operand);
    return this.query('return true;');
  }

  private query(last: string): Query {
    return {
      script: { script: { lang: 'painless', source: [...this.lines, last].join(' '), params: this.params } },
    };
  }

  private sidesOf(sides: readonly [Operand, Operand], as: 'number' | 'time'): readonly [Part, Part] {
    const [left, right] = sides;
    if (as === 'number' && left.kind === 'column' && right.kind === 'column') {
      const [a, b] = [this.fieldOf(left.name), this.fieldOf(right.name)];
      // What one precision holds is in order, whatever was written.
      if (a.precision === b.precision && ['single', 'half'].includes(a.precision)) {
        return [this.column(a), this.column(b)];
      }
    }
    const read = (side: Operand) => (as === 'time' ? this.timeOf(side) : this.numberOf(side, true));
    return [read(left), read(right)];
  }

  private timeOf(operand: Operand): Part {
    if (operand.kind === 'column') {
      return this.time(this.fieldOf(operand.name));
    }
    if (operand.kind === 'constant' && operand.as === 'time') {
      return this.constant(operand.from);
    }
    throw new NoScript('a time is computed here');
  }

  private numberOf(operand: Operand, isCompared = false): Part {
    switch (operand.kind) {
      case 'constant':
        return this.number(operand);
      case 'column': {
        const field = this.fieldOf(operand.name);
        if (field.precision === 'single' || field.precision === 'half') {
          throw new NoScript(
            `"${operand.name}", mapped as ${field.mapped}, holds numbers of less precision than was written`
          );
        }
        const part = this.column(field);
        if (!isCompared && part.whole !== undefined) {
          this.stopIf(`Math.abs(${part.value}) > ${MOST_SAFE}`);
        }
        return part;
      }
      case 'negative': {
        const { value, slack } = this.numberOf(operand.of);
        return { value: `(-${value})`, slack };
      }
      case 'call': {
        if (operand.name !== 'abs') {
          throw new NoScript(`${operand.name} is of a text`);
        }
        const { value, slack } = this.numberOf(operand.of);
        return { value: `Math.abs(${value})`, slack };
      }
      case 'arithmetic':
        return this.arithmetic(operand.op, operand.sides);
    }
  }

  private number(constant: Constant): Part {
    if (constant.as !== 'number' || !Number.isFinite(constant.value)) {
      throw new NoScript('it compares with something that is no finite number');
    }
    return this.constant(constant.value);
  }

  private constant(value: number): Part {
    const name = this.name('k');
    // As a text: a whole number would come as an integer.
    this.params[name] = String(value);
    this.lines.push(`double ${name} = Double.parseDouble(params.${name});`);
    return { value: name, slack: ZERO };
  }

  private column(field: StoreField): Part {
    const isWhole = field.kind === 'integer';
    if (!isWhole && field.kind !== 'decimal') {
      throw new NoScript(`"${field.name}", mapped as ${field.mapped}, holds too many different values`);
    }
    if (field.mapped === 'unsigned_long') {
      throw new NoScript(`"${field.name}" is mapped as unsigned_long`);
    }
    const { name, value } = this.read(field);
    if (isWhole) {
      this.lines.push(`long w${name} = (long) ${value}; double ${name} = (double) w${name};`);
      return { value: name, slack: ZERO, whole: `w${name}` };
    }
    this.lines.push(`double ${name} = (double) ${value};`);
    if (field.precision === 'scaled') {
      this.lines.push(
        `double r${name} = new BigDecimal(Double.toString(${name}), new MathContext(15)).doubleValue();`,
        `if (Math.abs(r${name} - ${name}) <= 4 * Math.ulp(${name})) { ${name} = r${name}; }`
      );
    }
    return { value: name, slack: ZERO };
  }

  /** Milliseconds, with fractions of nanoseconds. */
  private time(field: StoreField): Part {
    if (field.kind !== 'time') {
      throw new NoScript(`"${field.name}", mapped as ${field.mapped}, holds no dates of the store`);
    }
    const { name, value } = this.read(field);
    this.lines.push(
      `def i${name} = ${value}.toInstant();`,
      `double ${name} = i${name}.getEpochSecond() * 1000.0 + i${name}.getNano() / 1000000.0;`
    );
    return { value: name, slack: ZERO };
  }

  private read({ counted }: StoreField): { readonly name: string; readonly value: string } {
    const name = this.name('v');
    this.params[name] = counted;
    this.stopIf(`!doc.containsKey(params.${name}) || doc[params.${name}].size() == 0`);
    return { name, value: `doc[params.${name}].value` };
  }

  private arithmetic(op: ArithmeticOperator, sides: readonly [Operand, Operand]): Part {
    const [one, other] = sides;
    if (op === '-' && isTime(one) && isTime(other)) {
      const [until, since] = [this.timeOf(one).value, this.timeOf(other).value];
      const isWhole = `Math.rint(${until}) == ${until} && Math.rint(${since}) == ${since}`;
      const rounded = `(Math.abs(${until}) + Math.abs(${since})) * ${Number.EPSILON} / 1000.0`;
      return this.result(`(${until} - ${since}) / 1000.0`, `(${isWhole}) ? 0.0 : ${rounded}`);
    }
    const [left, right] = [this.numberOf(one), this.numberOf(other)];
    const [a, b] = [left.value, right.value];
    if (op === '/') {
      this.stopIf(`${b} == 0.0`);
    }
    const name = this.name('x');
    this.lines.push(`double ${name} = ${a} ${op} ${b};`);
    const spread = slackOf(op, left, right, name);
    const isWhole = [a, b, name].map((one) => `Math.rint(${one}) == ${one} && Math.abs(${one}) <= ${MOST_SAFE}`);
    const isExact = [...isWhole, `${left.slack} + ${right.slack} == 0.0`].join(' && ');
    this.lines.push(
      `double s${name} = ${op === '/' ? spread : `(${isExact}) ? 0.0 : ${spread}`};`,
      `if (Double.isNaN(s${name}) || Double.isInfinite(s${name})) { s${name} = 0.0; }`
    );
    if (op === '%') {
      this.lines.push(`if (Math.abs(Math.abs(${name}) - Math.abs(${b})) <= s${name}) { ${name} = 0.0; }`);
    }
    this.stopIf(`Double.isNaN(${name})`);
    return { value: name, slack: `s${name}` };
  }

  private result(value: string, slack: string): Part {
    const name = this.name('x');
    this.lines.push(`double ${name} = ${value}; double s${name} = ${slack};`);
    return { value: name, slack: `s${name}` };
  }

  private stopIf(condition: string): void {
    this.lines.push(`if (${condition}) { return false; }`);
  }

  private name(kind: string): string {
    return `${kind}${this.next++}`;
  }
}

function isTime(operand: Operand): boolean {
  return operand.kind === 'column' && operand.as === 'time';
}

/** As `slackOf` of a file's arithmetic. */
function slackOf(op: ArithmeticOperator, left: Part, right: Part, result: string): string {
  const [a, b, sa, sb] = [left.value, right.value, left.slack, right.slack];
  const eps = String(Number.EPSILON);
  switch (op) {
    case '+':
    case '-':
      return `${sa} + ${sb} + (Math.abs(${a}) + Math.abs(${b}) + Math.abs(${result})) * ${eps}`;
    case '*':
      return `${sa} * Math.abs(${b}) + ${sb} * Math.abs(${a}) + 3 * Math.abs(${result}) * ${eps}`;
    case '/':
      return `(${sa} + Math.abs(${result}) * ${sb}) / Math.abs(${b}) + 3 * Math.abs(${result}) * ${eps}`;
    case '%':
      return `${sa} + Math.abs(${a} / ${b}) * ${sb} + 3 * Math.abs(${a}) * ${eps}`;
  }
}
