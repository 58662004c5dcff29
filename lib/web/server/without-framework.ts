import { filterHtml } from './filter-html'

/** The names that Next.js's own modules export, which are in every page. */
const ownNames = /^(?:default|\w+Boundary|IconMark|Client\w+|Metadata\w*|AsyncMetadata\w*)$/

/**
 * A staff page without the framework's scripts and data, which weigh more than the page, where no component of ours
 * runs in the browser. A page with one, and a page of the framework's own, stay as they are; so does one that names a
 * module we do not know, and the weights in `e2e/lists-on-a-phone.spec.ts` tell.
 */
export function withoutFramework(html: string): string {
  if (html.includes('__next_error__')) return html
  // Modules to load are rows such as `5:I[123,["/_next/…"],"NoticeFocus"]`, in a string in a script; a name that occurs
  // twice has a row of its own, such as `c:"ViewportBoundary"`, and is `$c` elsewhere.
  const rows = html.match(/\w:I\[/g) ?? []
  const names = [...html.matchAll(/\w:I\[[^\]]*\],\\"(\$?\w+)\\"/g)].map(([, name = '']) =>
    name.startsWith('$') ? (new RegExp(`(?:"|n)${name.slice(1)}:\\\\"(\\w+)\\\\"`).exec(html)?.[1] ?? '') : name,
  )
  const all = rows.length > 0 && rows.length === names.length
  return all && names.every((name) => ownNames.test(name)) ? filterHtml(html) : html
}
