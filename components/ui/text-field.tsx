import type { ComponentProps } from 'react'
import { controlLook, described, Field, type FieldWords } from './field'

/** One line of text. */
export function TextField({ words, ...input }: { words: FieldWords } & ComponentProps<'input'>) {
  return (
    <Field {...words}>
      <input {...input} {...described(words)} id={words.name} name={words.name} className={controlLook} />
    </Field>
  )
}

/** Several lines of text. */
export function TextArea({ words, ...area }: { words: FieldWords } & ComponentProps<'textarea'>) {
  return (
    <Field {...words}>
      <textarea {...area} {...described(words)} id={words.name} name={words.name} className={controlLook} />
    </Field>
  )
}

/** One of a list. */
export function SelectField({ words, ...select }: { words: FieldWords } & ComponentProps<'select'>) {
  return (
    <Field {...words}>
      <select {...select} {...described(words)} id={words.name} name={words.name} className={controlLook} />
    </Field>
  )
}
