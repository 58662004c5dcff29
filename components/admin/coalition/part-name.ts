import { localeOfPart } from '@/lib/coalition/member-proposals/proposal-parts'
import { languageName } from '../display-names'
import { t } from '../words'

/** The name of the part that a member proposes to change. */
export function partName(part: string): string {
  const locale = localeOfPart(part)
  if (locale) return t('coalition.partWords', { language: languageName(locale) })
  return t(part === 'logo' ? 'coalition.partLogo' : 'coalition.partSite')
}
