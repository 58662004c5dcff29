import type { LanguageState } from '@/lib/petitions/admin/find-for-admin'
import { Time } from '../time'

/** The state of a text, and links to what can be done with it. */
export function TextWays({ petitionId, text }: { petitionId: string; text: LanguageState }) {
  const { locale, published, unpublished, editor, editedAt } = text
  const petition = `/admin/petitions/${petitionId}`
  return (
    <>
      <p>
        {published ? `Version ${published.version} is published.` : 'Nothing is published yet.'}{' '}
        {editedAt && (
          <>
            Last saved by {editor ?? 'a former member of staff'}, <Time at={editedAt} zone />.
          </>
        )}
      </p>
      <p className="ways">
        <a href={petition}>The petition</a>
        <a href={`${petition}/preview/${locale}`}>Preview</a>
        {unpublished && <a href={`${petition}/texts/${locale}/publish`}>Publish</a>}
        {published && <a href={`${petition}/texts/${locale}/versions`}>Versions</a>}
      </p>
    </>
  )
}
