import { shortened } from '@/lib/text/shortened'
import { placeNamed } from './places'
import { t } from './words'

/** A page above this one. */
export interface Crumb {
  href: string
  words: string
  /** Somebody entered the words. */
  entered?: boolean
}

/** Titles stay whole in the heading below. */
const LONGEST = 60

/**
 * The way from a place of the navigation to this page.
 * @param trail the pages above it, the first of them a place
 * @param here this page's own name; without one the trail ends above it
 */
export function Crumbs({ trail, here }: { trail: Crumb[]; here?: Omit<Crumb, 'href'> }) {
  if (trail.length === 0) return null
  return (
    <nav className="crumbs" aria-label={t('frame.whereThisIs')}>
      <ol>
        {trail.map(({ href, ...named }) => (
          <li key={href}>
            <a href={href}>
              <Name {...named} />
            </a>
          </li>
        ))}
        {here?.words && (
          <li>
            <span aria-current="page">
              <Name {...here} />
            </span>
          </li>
        )}
      </ol>
    </nav>
  )
}

function Name({ words, entered }: Omit<Crumb, 'href'>) {
  const short = shortened(words, LONGEST)
  return entered ? <bdi>{short}</bdi> : short
}

/**
 * A place of the navigation, as the first page above.
 * @param back the same list as it was, if this page was opened out of it
 */
export function placeCrumb(href: string, back?: string | null): Crumb {
  return { href: back ?? href, words: t(placeNamed(href) ?? 'common.home') }
}
