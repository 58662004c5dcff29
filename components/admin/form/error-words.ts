import { t, tOf } from '../words'

export function errorWords(codes: string[] | undefined): string | null {
  const [code] = codes ?? []
  return code ? (tOf('error', code) ?? t('error.other')) : null
}
