/** A query parameter's text; empty where it is missing or given twice. */
export function queryText(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value : ''
}
