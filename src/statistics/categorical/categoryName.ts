/** A category as results name it; the column of what not both sides count has no name of its own. */
export function categoryName(category: string | null): string {
  return category ?? '(the rest)';
}
