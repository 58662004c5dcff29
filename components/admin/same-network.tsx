import { t } from './words'

interface Props {
  /** The group of its network; null if that was not busy, or is purged. */
  network: string | null
  /** The number of signatures in the group, including this one. */
  together: number
}

/** How many others came from the same busy network, with a link: an entry of a list of terms, or nothing. */
export function SameNetwork({ network, together }: Props) {
  if (!network || together < 2) return null
  return (
    <>
      <dt>{t('common.network')}</dt>
      <dd>
        <a href={`/admin/signatures?network=${network}`}>{t('common.sameNetwork', { others: together - 1 })}</a>
      </dd>
    </>
  )
}
