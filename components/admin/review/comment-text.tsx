import { createElement } from 'react'
import { contactsIn } from '@/lib/comments/contacts-in'

/** A comment as written; addresses and telephone numbers in it are marked. */
export function CommentText({ text, locale }: { text: string; locale: string }) {
  const parts = contactsIn(text).map(({ text, isContact }) => (isContact ? createElement('mark', {}, text) : text))
  return createElement('blockquote', { lang: locale, dir: 'auto', className: 'said' }, ...parts)
}
