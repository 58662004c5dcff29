import type { ReactNode } from 'react'
import type { MailingChecklist } from '@/lib/mailings/checklist'
import type { AdminKey } from '@/messages/admin/translator'
import { languagesInWords } from '../languages-in-words'
import { Pill, type Tone } from '../pill'
import { Time } from '../time'
import { t } from '../words'

const tones = { done: 'good', missing: 'wrong', look: 'warn' } as const satisfies Record<string, Tone>
const states: Record<keyof typeof tones, AdminKey> = {
  done: 'petitions.checkDone',
  missing: 'petitions.checkMissing',
  look: 'updates.lookAtIt',
}

/** The checks before sending a mailing: what it lacks, where its links lead, and whether a test was mailed. */
export function SendChecklist({ list }: { list: MailingChecklist }) {
  const { english, missing, inEnglish, long, links, testedAt, changedSince } = list
  const uneven = links.filter(({ absent }) => absent.length > 0)
  return (
    <section className="panel">
      <h2>{t('updates.beforeSending')}</h2>
      <ul className="todo">
        <Line state={english ? 'done' : 'missing'}>{t('updates.checkEnglishText')}</Line>
        <Line state={missing.length === 0 ? 'done' : 'look'}>
          {missing.length === 0
            ? t('updates.checkNoneMissing')
            : t('updates.checkMissing', { languages: languagesInWords(missing) })}{' '}
          {inEnglish > 0 && t('updates.checkShare', { share: inEnglish })}
        </Line>
        <Line state={long.length === 0 ? 'done' : 'look'}>
          {long.length === 0
            ? t('updates.checkSubjects')
            : t('updates.checkLongSubjects', { languages: languagesInWords(long) })}
        </Line>
        <Line state={uneven.length === 0 ? 'done' : 'look'}>
          {links.length === 0 ? t('updates.checkNoLinks') : t('updates.checkLinks', { links: links.length })}
          {links.length > 0 && <Links links={links} />}
        </Line>
        <Line state={testedAt && !changedSince ? 'done' : 'look'}>
          {testedAt
            ? t.rich(changedSince ? 'updates.checkChangedSince' : 'updates.checkTested', {
                time: () => <Time at={testedAt} />,
              })
            : t('updates.checkUntested')}
        </Line>
      </ul>
    </section>
  )
}

function Links({ links }: Pick<MailingChecklist, 'links'>) {
  return links.map(({ href, absent }) => (
    <p key={href}>
      <a href={href} rel="noreferrer">
        {href}
      </a>
      {absent.length > 0 && (
        <span className="hint"> {t('updates.checkLinkAbsent', { languages: languagesInWords(absent) })}</span>
      )}
    </p>
  ))
}

function Line({ state, children }: { state: keyof typeof tones; children: ReactNode }) {
  return (
    <li>
      <div>{children}</div>
      <Pill tone={tones[state]}>{t(states[state])}</Pill>
    </li>
  )
}
