import { sentenceDiff } from '@/lib/text/sentence-diff'
import type { DiffPart } from '@/lib/text/word-diff'
import { direction } from '@/messages/translator'
import { PlainText } from './plain-text'
import { t } from './words'

interface Props {
  before: string
  after: string
  locale: string
  /** Unfolds unchanged parts, for those who must read everything. */
  open?: boolean
}

/**
 * The changes in a text. Unchanged sentences are folded; changed ones are shown before and after, with removed words
 * struck through and added words underlined, also for screen readers. An entirely new text is shown as it is.
 */
export function Diff({ before, after, locale, open = false }: Props) {
  if (before === '') return <PlainText text={after} locale={locale} />
  return (
    <div className="diff">
      {numbered(sentenceDiff(before, after, locale)).map(([i, run]) =>
        run.kind === 'same' ? (
          <details key={i} open={open}>
            <summary>{t('diff.unchanged', { sentences: run.sentences })}</summary>
            <PlainText text={run.text} locale={locale} />
          </details>
        ) : (
          <div key={i} className="change">
            {run.kind === 'space' && <p>{t('diff.onlySpace')}</p>}
            <Side
              words={run.after.length === 0 ? t('diff.removed') : t('diff.before')}
              parts={run.before}
              locale={locale}
            />
            <Side
              words={run.before.length === 0 ? t('diff.added') : t('diff.after')}
              parts={run.after}
              locale={locale}
            />
          </div>
        ),
      )}
    </div>
  )
}

/** One side of a change; nothing if it is empty. */
function Side({ words, parts, locale }: { words: string; parts: DiffPart[]; locale: string }) {
  if (parts.length === 0) return <div className="none" />
  return (
    <div>
      <p className="muted">{words}</p>
      <div className="text" lang={locale} dir={direction(locale)}>
        {numbered(parts).map(([i, part]) => (
          <Part key={i} {...part} />
        ))}
      </div>
    </div>
  )
}

function Part({ kind, text }: DiffPart) {
  if (kind === 'same') return <>{text}</>
  const Tag = kind === 'added' ? 'ins' : 'del'
  return (
    <>
      <span className="unseen"> {t(kind === 'added' ? 'diff.addedHere' : 'diff.removedHere')}: </span>
      <Tag>{INVISIBLE.test(text) ? <White text={text} /> : text.replaceAll('\n', '¶\n')}</Tag>
      <span className="unseen"> {t(kind === 'added' ? 'diff.endOfAdded' : 'diff.endOfRemoved')} </span>
    </>
  )
}

const INVISIBLE = /^[\s\p{Cf}]*$/u
const signs: Record<string, string> = { ' ': '␣', '\n': '¶\n', '\t': '⇥', '\u00a0': '⍽' }

/** Makes invisible characters visible. */
function White({ text }: { text: string }) {
  return (
    <>
      <span aria-hidden="true">{Array.from(text, (one) => signs[one] ?? '◌')}</span>
      <span className="unseen">{t(text.includes('\n') ? 'diff.lineBreak' : 'diff.space')}</span>
    </>
  )
}

function numbered<T>(all: T[]): [number, T][] {
  return [...all.entries()]
}
