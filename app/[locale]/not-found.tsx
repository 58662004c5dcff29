import { AllLanguages } from '@/components/site/all-languages'
import { Missing } from '@/components/site/missing'

/** For a host that runs only Next.js. Our server shows `missing` in the page's language instead. */
export default function NotFound() {
  return <AllLanguages>{(locale) => <Missing locale={locale} />}</AllLanguages>
}
