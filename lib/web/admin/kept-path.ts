import type { KeptForm } from '@/lib/staff/drafts/kept-form'

/** Of the address of a page: what it said once, and what was sealed for the session. */
const once = ['done', 'problem', 'draft', 'kept', 'opened', 'q', 'review', 'invited']

/** Path and query of a page of the admin area, as it is found again. */
export function pageOf(url: URL): string {
  const page = new URL(url)
  for (const name of once) page.searchParams.delete(name)
  return `${page.pathname}${page.search}`
}

/**
 * The page on which a kept form is seen again: filled in, where its page can do so; otherwise as a list of what was
 * typed.
 */
export function keptPath({ id, path, form }: Pick<KeptForm, 'id' | 'path' | 'form'>): string {
  if (!form) return `/admin/drafts/${id}`
  return `${path}${path.includes('?') ? '&' : '?'}draft=${id}`
}
