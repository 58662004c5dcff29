import { type DiffPart, wordDiff } from '@/lib/petitions/texts/word-diff'
import { direction } from '@/messages/translator'
import { t } from '../words'

interface Props {
  before: string
  after: string
  locale: string
}

/** What changed, word by word: removals struck through, additions underlined; screen readers hear both. */
export function Diff({ before, after, locale }: Props) {
  let end = 0
  const parts = wordDiff(before, after, locale).map((part) => {
    end += part.text.length
    return { ...part, end }
  })
  return (
    <div className="text" lang={locale} dir={direction(locale)}>
      {parts.map((part) => (
        <Part key={part.end} kind={part.kind} text={part.text} />
      ))}
    </div>
  )
}

function Part({ kind, text }: DiffPart) {
  if (kind === 'same') return <>{text}</>
  const Tag = kind === 'added' ? 'ins' : 'del'
  return (
    <>
      <span className="unseen"> {t(kind === 'added' ? 'petitions.added' : 'petitions.removed')}: </span>
      <Tag>{text}</Tag>
      <span className="unseen"> {t(kind === 'added' ? 'petitions.endOfAdded' : 'petitions.endOfRemoved')} </span>
    </>
  )
}
