import type { ReactNode } from 'react'
import {
  type Counts,
  type FloodShares as Found,
  MAX_COMPARED,
  type ShareKind,
  shareKinds,
  UNNAMED,
} from '@/lib/floods/find-flood-shares'
import { MIN_OF_DOMAIN } from '@/lib/floods/list-floods'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { countryName, flagName, languageName } from './display-names'
import { MemberName } from './member-name'
import { Time } from './time'
import { t } from './words'

interface Props {
  shares: Found
  /** The list of the petition's signatures at the same time, with one flag, country, language or member link. */
  list: (part: string, code: string) => string
}

/** Tables that compare a flood's signatures with all others of the same time. */
export function FloodShares({ shares: { kinds, all, from, to, isCut }, list }: Props) {
  return (
    <>
      <h3>{t('activity.compared')}</h3>
      <p className="hint">
        {t.rich('activity.comparedLead', {
          from: () => <Time at={from} exact />,
          to: () => <Time at={to} zone exact />,
        })}
        {isCut && ` ${t('activity.comparedNewest', { most: MAX_COMPARED })}`}
      </p>
      <div className="sections compared">
        {shareKinds.map((kind) => {
          const { rows, rest } = kinds[kind]
          return (
            <section key={kind}>
              <table className="shares">
                <thead>
                  <tr>
                    <th scope="col">{heading(kind)}</th>
                    <th scope="col" className="number">
                      {t('activity.inGroup')}
                    </th>
                    <th scope="col" className="number">
                      {t('activity.others')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map(({ code, ...counts }) => (
                    <Row key={code} counts={counts} all={all}>
                      {kind === 'domain' || kind === 'text' || code === '' ? (
                        nameOf(kind, code)
                      ) : (
                        <a href={list(kind, code)}>{nameOf(kind, code)}</a>
                      )}
                    </Row>
                  ))}
                  {rest.ofFlood + rest.others > 0 && (
                    <Row counts={rest} all={all}>
                      {kind === 'domain' ? t('activity.fewerDomains', { least: MIN_OF_DOMAIN }) : t('activity.fewer')}
                    </Row>
                  )}
                </tbody>
              </table>
            </section>
          )
        })}
      </div>
    </>
  )
}

function Row({ counts, all, children }: { counts: Counts; all: Counts; children: ReactNode }) {
  return (
    <tr>
      <th scope="row">{children}</th>
      <td className="number">{counted(counts.ofFlood, all.ofFlood)}</td>
      <td className="number">{counted(counts.others, all.others)}</td>
    </tr>
  )
}

function counted(number: number, of: number): string {
  const share = (number / Math.max(1, of)).toLocaleString(readerLanguage(), { style: 'percent' })
  return `${number.toLocaleString('en')} (${share})`
}

function heading(kind: ShareKind): string {
  if (kind === 'domain') return t('filter.emailDomain')
  if (kind === 'signal') return t('common.flagsAtSigning')
  if (kind === 'country') return t('common.country')
  if (kind === 'text') return t('activity.formVersion')
  return kind === 'locale' ? t('common.language') : t('common.memberLink')
}

function nameOf(kind: ShareKind, code: string): ReactNode {
  switch (kind) {
    case 'domain':
      return code === '' ? t('activity.largeProvider') : code === UNNAMED ? t('signatures.unnamedDomain') : code
    case 'signal':
      return code === '' ? t('activity.noFlag') : flagName(code)
    case 'country':
      return countryName(code)
    case 'locale':
      return languageName(code)
    case 'text': {
      const [locale = '', version = ''] = code.split(' ')
      return locale === ''
        ? t('signatures.versionUnknown')
        : t('signatures.textVersion', { language: languageName(locale), version: Number(version) })
    }
    case 'via':
      return code === '' ? t('reports.noMembersLink') : <MemberName slug={code} />
  }
}
