const Z = 1.959963984540054;

/** 95 % interval of a share, after E. B. Wilson 1927: sensible also where nothing or everything was counted. */
export function wilsonInterval(count: number, total: number): readonly [number, number] {
  const p = count / total;
  const z2 = (Z * Z) / total;
  const centre = (p + z2 / 2) / (1 + z2);
  const half = (Z * Math.sqrt((p * (1 - p)) / total + z2 / (4 * total))) / (1 + z2);
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}
