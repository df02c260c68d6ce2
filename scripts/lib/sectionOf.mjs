/** The text below a version's heading in a changelog, up to the next version's; null where the version has none. */
export function sectionOf(changelog, version) {
  const [, ...sections] = changelog.split(/^## /m);
  const found = sections.find((section) => section.split(/\s/, 1)[0] === version);
  const text = found?.slice(found.indexOf('\n')).trim();
  return text ? text : null;
}
