import type { ReactNode } from 'react'
import { averageOfOthers, type FloodBar } from '@/lib/floods/find-flood-bars'
import type { FloodShares as Shares } from '@/lib/floods/find-flood-shares'
import type { Span } from '@/lib/floods/flood-span'
import type { Flood } from '@/lib/floods/list-floods'
import { timeIn } from '@/lib/text/time-zone'
import { readerZone } from '@/lib/web/admin/reader-zone'
import { FloodChart } from './charts/flood-chart'
import { FloodBarsTable } from './flood-bars-table'
import { FloodName } from './flood-name'
import { FloodShares } from './flood-shares'
import { PetitionName } from './petition-name'
import { ZoneName } from './time'
import { t } from './words'

interface Props {
  flood: Flood
  bars: FloodBar[]
  span: Span
  shares: Shares
  /** This page with other parts of its address. */
  link: (part: LinkPart) => string
  /** `flood`: the minutes of a brief one; `period`; `hour`: the minutes of an hour; `window`: a requested part. */
  view: 'flood' | 'period' | 'hour' | 'window'
  isBrief: boolean
  /** The page of the table shown instead of the chart; null: the chart. */
  table: number | null
  /** The form that requests a window. */
  window: ReactNode
  /** The actions on it. */
  children: ReactNode
}

/** Parts of the page's address, without the flood's key. */
export interface LinkPart {
  at?: string
  from?: string
  to?: string
  table?: 'yes'
}

const MINUTE = 60_000
const MAX_LINKED = 16
const DAY = 24 * 60 * MINUTE

/** One flood as a chart of arrivals with its share marked, or as a table. */
export function FloodView({ flood, bars, span, shares, link, view, isBrief, table, window, children }: Props) {
  const zone = readerZone()
  const isLong = span.to.getTime() - span.from.getTime() > DAY
  const name = (at: Date) => timeIn(at, zone).slice(isLong ? 5 : 11)
  const mark = (at: Date) => (isLong ? name(at).slice(0, 5) : name(at))
  const day = timeIn(flood.from, zone).slice(0, 11)
  const ofDay = (at: Date) => timeIn(at, zone).replace(day, '')
  const isMinutes = span.step === MINUTE
  // Below a minute there are only the signatures themselves.
  const closer = (at: Date) =>
    isMinutes ? signaturesOf(flood, at, new Date(at.getTime() + span.step)) : link({ at: at.toISOString() })
  const chosen: LinkPart = {
    flood: {},
    period: isBrief ? { at: 'period' } : {},
    hour: { at: span.from.toISOString() },
    window: { from: span.from.toISOString(), to: span.to.toISOString() },
  }[view]
  const tableLink = link({ ...chosen, table: 'yes' })
  // Links cost more bytes than bars, so only the flood's largest bars have one; in the table each row has.
  const linked = new Set(
    bars
      .toSorted((a, b) => b.ofFlood - a.ofFlood || b.all - a.all)
      .slice(0, MAX_LINKED)
      .map(({ at }) => at),
  )
  const title = t(
    isMinutes ? 'activity.perMinute' : span.step < 60 * MINUTE ? 'activity.perQuarter' : 'activity.perHour',
  )
  return (
    <section className="panel">
      <h2>
        <FloodName flood={flood} /> · {t('activity.signatures', { signatures: flood.signatures })}
      </h2>
      <p>
        <PetitionName slug={flood.slug} /> · {timeIn(flood.from, zone)}–{ofDay(flood.to)} (<ZoneName />)
      </p>
      {children}
      <nav aria-label={t('activity.view')} className="row">
        {isBrief && (
          <a href={link({})} aria-current={table === null && view === 'flood' ? 'page' : undefined}>
            {t('activity.itsMinutes')}
          </a>
        )}
        <a
          href={link(isBrief ? { at: 'period' } : {})}
          aria-current={table === null && view === 'period' ? 'page' : undefined}
        >
          {t('activity.wholePeriod')}
        </a>
        {(view === 'hour' || view === 'window') && (
          <a href={link(chosen)} aria-current={table === null ? 'page' : undefined}>
            {t('activity.oneHour', { from: name(span.from), to: name(span.to) })}
          </a>
        )}
      </nav>
      {table === null ? (
        <>
          <FloodChart
            title={title}
            bars={bars}
            name={name}
            mark={mark}
            href={(at) => (linked.has(at) ? closer(at) : null)}
            step={span.step}
          />
          <p className="legend">
            <span className="swatch odd" /> {t('activity.inGroup')} <span className="swatch rest" />{' '}
            {t('activity.others')} · {title} (<ZoneName />) ·{' '}
            {t('activity.average', { average: averageOfOthers(bars) })}
          </p>
          <p>
            <a href={tableLink}>{t('reports.showAsTable')}</a>
          </p>
        </>
      ) : (
        <FloodBarsTable
          bars={bars}
          page={table}
          path={tableLink}
          name={name}
          closer={{ href: closer, words: t(isMinutes ? 'activity.seeSignatures' : 'activity.lookCloser') }}
        />
      )}
      {window}
      <FloodShares
        shares={shares}
        list={(part, code) => signaturesOf(flood, shares.from, shares.to, { [part]: code })}
      />
    </section>
  )
}

/** The list of a petition's signatures between two times, or a part of it. */
function signaturesOf({ petition }: Flood, from: Date, to: Date, part: Record<string, string> = {}): string {
  return `/admin/signatures?${new URLSearchParams({ petition, from: from.toISOString(), to: to.toISOString(), ...part })}`
}
