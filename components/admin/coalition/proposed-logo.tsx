import { Picture } from '@/components/ui/picture'
import { t } from '../words'

interface Props {
  /** The member's slug. */
  slug: string
  /** The member has a public logo now. */
  shown: boolean
  /** A re-encoded PNG; null if the member wants no logo. */
  picture: Uint8Array | null
}

/** A proposed logo beside the current one. */
export function ProposedLogo({ slug, shown, picture }: Props) {
  const address = picture && `data:image/png;base64,${Buffer.from(picture).toString('base64')}`
  return (
    <dl>
      <dt>{t('coalition.logoNow')}</dt>
      <dd>{shown ? <a href={`/en/members/${slug}`}>{t('coalition.logoSee')}</a> : t('coalition.logoNone')}</dd>
      <dt>{t('coalition.logoProposed')}</dt>
      <dd>{address ? <Picture src={address} alt={t('coalition.proposedLogo')} /> : t('coalition.logoToRemove')}</dd>
    </dl>
  )
}
