import type { ReactNode } from 'react'
import type { SiteFacts } from '@/lib/overview/find-site-facts'
import { AdminTable } from '../admin-table'
import { countryName } from '../display-names'
import { Pill } from '../pill'
import { Time } from '../time'
import { t } from '../words'

interface Section {
  facts: SiteFacts
  /** The button that mails a test, if the reader may use it. */
  children?: ReactNode
}

/** The public contact addresses, and where each is set. */
export function ContactFacts({ facts: { contacts } }: Section) {
  return (
    <section className="panel">
      <h2>{t('settings.contacts')}</h2>
      <p>{t('settings.contactsHint')}</p>
      <dl>
        {contacts.map(({ name, value, onServer }) => (
          <Fact key={name} name={t(`settings.contact_${name}`)} onServer={onServer && value !== null}>
            {value === null ? t(onServer ? 'settings.notSetOnServer' : 'settings.notSet') : <bdi>{value}</bdi>}
          </Fact>
        ))}
      </dl>
      <p>
        <a href="/admin/coalition/site-texts">{t('settings.changeUnderSiteTexts')}</a>
      </p>
    </section>
  )
}

/** How mail is sent. */
export function MailFacts({ facts: { mail }, children }: Section) {
  return (
    <section className="panel">
      <h2>{t('settings.sending')}</h2>
      <dl>
        <Fact name={t('settings.driver')} onServer>
          {mail.leaves ? mail.driver : t('settings.outbox')}
        </Fact>
        <Fact name={t('settings.sender')} onServer>
          <bdi>{mail.from}</bdi>
        </Fact>
        <Fact name={t('settings.neutral')} onServer>
          {t(mail.neutral ? 'settings.yes' : 'settings.no')}
        </Fact>
      </dl>
      <p className="hint">{t.rich('settings.domainHint', { code: (inner) => <code>{inner}</code> })}</p>
      {children}
    </section>
  )
}

/** Waits and limits, which only the server's operator can change. */
export function LimitFacts({ facts: { quiet, approvalDelay, countriesUnnamed, limits } }: Section) {
  return (
    <section className="panel">
      <h2>{t('settings.limits')}</h2>
      <p>{t('settings.limitsHint')}</p>
      <dl>
        <Fact name={t('settings.quiet')} onServer>
          {quiet ? t('settings.seconds', { least: quiet.least, most: quiet.most }) : t('settings.atOnce')}
        </Fact>
        <Fact name={t('settings.approvalDelay')} onServer>
          {t('settings.hours', { hours: Math.round((approvalDelay / 3_600) * 10) / 10 })}
        </Fact>
        <Fact name={t('settings.unnamed')}>
          <details>
            <summary>{t('settings.countries', { number: countriesUnnamed.length })}</summary>
            {countriesUnnamed.map(countryName).join(', ')}
          </details>
        </Fact>
      </dl>
      <h3>{t('settings.reached')}</h3>
      <p className="hint">{t('settings.reachedHint')}</p>
      <AdminTable
        heads={[
          t('settings.limit'),
          t('settings.most'),
          { number: t('settings.reachedToday') },
          { number: t('settings.reachedWeek') },
        ]}
      >
        {limits.map(({ name, most, an, today, week }) => (
          <tr key={name}>
            <td>{t(`settings.limit_${name === 'access link' ? 'access_link' : name}`)}</td>
            <td>
              {t(an === 'hour' ? 'settings.anHour' : 'settings.aDay', {
                most: most.map((number) => number.toLocaleString('en')).join(' / '),
              })}
            </td>
            <td className="number">{today.toLocaleString('en')}</td>
            <td className="number">{week.toLocaleString('en')}</td>
          </tr>
        ))}
      </AdminTable>
    </section>
  )
}

/** The keys and backups, without which data would be lost. */
export function KeyFacts({ facts: { keys, backups } }: Section) {
  return (
    <section className="panel">
      <h2>{t('settings.keysAndBackups')}</h2>
      <dl>
        <Fact name={t('settings.key')}>
          <code>{keys.name}</code>
        </Fact>
        <Fact name={t('settings.copiesConfirmed')}>
          {keys.confirmedAt ? <Time at={keys.confirmedAt} zone /> : t('common.never')}
        </Fact>
        <Fact name={t('settings.lastBackup')}>{backups ? moment(backups.backedUpAt) : t('settings.notKnownHere')}</Fact>
        <Fact name={t('settings.lastDrill')}>{backups ? moment(backups.drilledAt) : t('settings.notKnownHere')}</Fact>
      </dl>
    </section>
  )
}

function moment(at: Date | null): ReactNode {
  return at ? <Time at={at} zone /> : t('common.never')
}

function Fact({ name, onServer, children }: { name: string; onServer?: boolean; children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>
        {children} {onServer && <Pill>{t('settings.onServer')}</Pill>}
      </dd>
    </div>
  )
}
