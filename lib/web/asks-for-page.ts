/** Whether a person's browser is asking, which shows what comes back as a page. */
export function asksForPage(request: Request): boolean {
  return (request.headers.get('accept') ?? '').includes('text/html')
}
