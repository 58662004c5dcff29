/** As much as is used: the published types are of a version before `preferred`. */
declare module 'negotiator' {
  export default class Negotiator {
    constructor(request: { headers: Record<string, string> })
    encoding(available: string[], options: { preferred: string[] }): string | undefined
    languages(): string[]
    mediaTypes(): string[]
  }
}
