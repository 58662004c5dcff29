import { capital } from './code-name'

/** A field's name in words, where its own label is on another page: "siteName" as "Site name". */
export function fieldName(name: string): string {
  if (name === 'why') return 'Reason'
  return capital(
    name
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .replaceAll(/[-_]/g, ' ')
      .toLowerCase(),
  )
}
