import type { ComponentProps } from 'react'
import { described, type FieldWords, fieldFrame, HintAndErrors } from './field'

const boxLook = 'mt-[0.2em] size-6 shrink-0 cursor-pointer accent-accent'

/**
 * One of a few, all of them in sight; the hint is shown of the one that is chosen (.of-chosen in globals.css). The
 * first carries the field's id, for the error summary.
 */
export function Choices(props: {
  words: FieldWords
  options: { value: string; label: string; hint?: string }[]
  chosen: string
}) {
  const { words, options, chosen } = props
  return (
    <fieldset className={fieldFrame(words.errors)} {...described(words)}>
      <legend className="font-semibold leading-snug">{words.label}</legend>
      <HintAndErrors {...words} />
      <div className="flex flex-wrap gap-x-6">
        {options.map(({ value, label, hint }, i) => (
          <label key={value} className="flex min-h-11 cursor-pointer items-start gap-2.5 py-2 leading-snug">
            <input
              type="radio"
              id={i === 0 ? words.name : undefined}
              name={words.name}
              value={value}
              defaultChecked={value === chosen}
              className={boxLook}
            />
            <span className="pt-0.5">
              {label}
              {hint && <span className="of-chosen block text-small text-muted">{hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** One thing to tick. */
export function Checkbox({ words, ...input }: { words: FieldWords } & ComponentProps<'input'>) {
  return (
    <div className={fieldFrame(words.errors)}>
      <HintAndErrors {...words} />
      <label className="flex min-h-11 cursor-pointer items-start gap-3 py-2 leading-snug">
        <input {...input} {...described(words)} type="checkbox" id={words.name} name={words.name} className={boxLook} />
        <span className="pt-0.5">{words.label}</span>
      </label>
    </div>
  )
}
