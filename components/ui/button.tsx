import type { ComponentProps, ReactNode } from 'react'

const shape =
  'inline-flex min-h-12 items-center justify-center rounded-sm px-7 py-2.5 text-lead font-semibold leading-snug no-underline'
const looks = {
  /** The one thing to do on the page. */
  main: 'border border-accent bg-accent text-on-accent hover:border-accent-strong hover:bg-accent-strong hover:text-on-accent',
  quiet: 'border border-edge text-ink hover:border-ink hover:text-ink',
}

/** A submit button. While its form is on the way, site.js shows `pending` in its place. */
export function Button(props: { look?: keyof typeof looks; pending?: string; children: ReactNode }) {
  return (
    <button
      type="submit"
      data-pending={props.pending}
      className={`${shape} ${looks[props.look ?? 'main']} cursor-pointer`}
    >
      {props.children}
    </button>
  )
}

/** A link that looks like a button: the page's main action. */
export function ButtonLink({ look = 'main', ...props }: ComponentProps<'a'> & { look?: keyof typeof looks }) {
  return (
    <a {...props} className={`${shape} ${looks[look]}`}>
      {props.children}
    </a>
  )
}
