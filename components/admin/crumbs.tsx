import { shortened } from '@/lib/text/shortened'
import { placeNamed } from './places'
import { t } from './words'

/** A page above this one. */
export interface Crumb {
  href: string
  words: string
  /** The text was entered by somebody. */
  entered?: boolean
}

/** Longer titles are cut; the heading below has them whole. */
const LONGEST = 60

/**
 * Breadcrumbs from a place of the navigation to this page.
 * @param trail the pages above it, the first of them a place
 * @param here this page's own name; by default the trail ends above it
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
 * The breadcrumb of a place of the navigation.
 * @param back the list as it was filtered, if this page was opened from it
 */
export function placeCrumb(href: string, back?: string | null): Crumb {
  return { href: back ?? href, words: t(placeNamed(href) ?? 'common.home') }
}
