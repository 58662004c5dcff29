import type { Neighbours } from '@/lib/signatures/admin/find-neighbours'
import { type Back, withBack } from '@/lib/web/admin/read-back'
import { t } from './words'

/** Links from a signature to the list that it was opened from, and to its neighbours there. */
export function BesideThis({ back, neighbours }: { back: Back; neighbours: Neighbours | null }) {
  const pathOf = (key: string) => withBack(`/admin/signatures/${key}`, back.href)
  return (
    <nav className="pages" aria-label={t('signatures.besideThis')}>
      <a href={back.href} className="button">
        {t('signatures.backToList')}
      </a>
      <NeighbourLinks
        previous={neighbours?.previous ? pathOf(neighbours.previous) : null}
        next={neighbours?.next ? pathOf(neighbours.next) : null}
      />
    </nav>
  )
}

/** Links to the signatures before and after one in its list; a null address has no link. */
export function NeighbourLinks({ previous, next }: { previous: string | null; next: string | null }) {
  return (
    <>
      {previous && (
        <a href={previous} rel="prev" className="button">
          {t('signatures.previousOne')}
        </a>
      )}
      {next && (
        <a href={next} rel="next" className="button">
          {t('signatures.nextOne')}
        </a>
      )}
    </>
  )
}
