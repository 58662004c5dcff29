import { t } from './words'

interface Props {
  /** Its network's group; null if its network was not busy, or if that is forgotten. */
  network: string | null
  /** All signatures of the group, this one included. */
  together: number
}

/** How many others came from the same busy network, with a link to them: an entry of a list of facts, or nothing. */
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
