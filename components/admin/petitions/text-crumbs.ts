import type { PetitionForAdmin } from '@/lib/petitions/admin/find-for-admin'
import { type Crumb, placeCrumb } from '../crumbs'
import { languageName } from '../display-names'
import { t } from '../words'

/**
 * The breadcrumbs from the list of petitions to the texts of one.
 * @param locale adds the text in this language
 */
export function textCrumbs({ petition: { id }, name }: PetitionForAdmin, locale?: string): Crumb[] {
  const texts = `/admin/petitions/${id}/texts`
  return [
    placeCrumb('/admin/petitions'),
    { href: `/admin/petitions/${id}`, words: name, entered: true },
    { href: texts, words: t('petitions.texts') },
    ...(locale ? [{ href: `${texts}/${locale}`, words: languageName(locale) }] : []),
  ]
}
