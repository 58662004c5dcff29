import type { KeptForm } from '@/lib/staff/drafts/kept-form'

/** The page on which a kept form is seen again: filled in, where its page can do so; otherwise as a list of what was typed. */
export function keptPath({ id, path, form }: Pick<KeptForm, 'id' | 'path' | 'form'>): string {
  if (!form) return `/admin/kept/${id}`
  return `${path}${path.includes('?') ? '&' : '?'}draft=${id}`
}
