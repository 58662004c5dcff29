import type { KeptForm } from '@/lib/staff/drafts/kept-form'

/** Query parameters for one view only: messages, and values sealed for the session. */
const once = ['done', 'problem', 'draft', 'kept', 'opened', 'q', 'review', 'invited']

/** Path and query of an admin page, without those parameters. */
export function pageOf(url: URL): string {
  const page = new URL(url)
  for (const name of once) page.searchParams.delete(name)
  return `${page.pathname}${page.search}`
}

/** The page that shows a stored form: filled in if its page can do so; otherwise as a list of what was typed. */
export function keptPath({ id, path, form }: Pick<KeptForm, 'id' | 'path' | 'form'>): string {
  if (!form) return `/admin/drafts/${id}`
  return `${path}${path.includes('?') ? '&' : '?'}draft=${id}`
}
