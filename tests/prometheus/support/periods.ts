const time = (text: string) => Date.parse(text);

/** Four weeks of winter and four of summer: between them nothing is scraped. */
export const FEBRUARY = { from: time('2013-02-01T00:00:00Z'), to: time('2013-03-01T00:00:00Z') };
export const JULY = { from: time('2013-07-01T00:00:00Z'), to: time('2013-07-29T00:00:00Z') };

/** Two weeks of each, with all that the dashboard shows, on the demo's clock. */
export const WINTER = { from: time('2013-02-01T05:00:00Z'), to: time('2013-02-15T05:00:00Z') };
export const SUMMER = { from: time('2013-07-01T04:00:00Z'), to: time('2013-07-15T04:00:00Z') };
