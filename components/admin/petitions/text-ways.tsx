import type { LanguageState } from '@/lib/petitions/admin/find-for-admin'
import { Time } from '../time'
import { t } from '../words'

/** The state of a text, and links to its actions. */
export function TextWays({ petitionId, text }: { petitionId: string; text: LanguageState }) {
  const { locale, published, unpublished, editor, editedAt } = text
  const petition = `/admin/petitions/${petitionId}`
  return (
    <>
      <p>
        {published
          ? t('petitions.versionIsPublished', { version: published.version })
          : t('petitions.nothingIsPublishedYet')}{' '}
        {editedAt &&
          t.rich('petitions.lastSavedBy', {
            editor: editor ?? t('petitions.formerMember'),
            time: () => <Time at={editedAt} zone />,
          })}
      </p>
      <p className="ways">
        <a href={`${petition}/texts`}>{t('petitions.allTexts')}</a>
        <a href={`${petition}/preview/${locale}`}>{t('common.preview')}</a>
        {unpublished && <a href={`${petition}/texts/${locale}/publish`}>{t('common.publish')}</a>}
        {published && <a href={`${petition}/texts/${locale}/versions`}>{t('common.versions')}</a>}
      </p>
    </>
  )
}
