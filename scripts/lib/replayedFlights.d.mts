export function replayedFlights<Flight extends { readonly time: Date; readonly label_time: Date | null }>(
  recorded: readonly Flight[],
  from: number,
  to: number
): Flight[];
