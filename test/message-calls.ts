import { readFileSync } from 'node:fs'
import ts from 'typescript'

/** A place in the code that says a message. */
export interface MessageCall {
  line: number
  /** Which part of the public words its translator was made for; null for the words of the admin area. */
  namespace: string | null
  /** The keys that are written there, one or the ends of a condition; with * for a part that the code computes. */
  keys: string[]
  /** The values filled in, by name; null where they come from elsewhere. */
  given: string[] | null
}

/** Every call in a file that can say a message. Read without types, which would take a minute. */
export function findMessageCalls(path: string): MessageCall[] {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true, kind)
  const calls: MessageCall[] = []
  const visit = (node: ts.Node): void => {
    const said = ts.isCallExpression(node) && readCall(node)
    if (said) calls.push({ line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, ...said })
    ts.forEachChild(node, visit)
  }
  visit(source)
  return calls
}

function readCall({ expression, arguments: given }: ts.CallExpression): Omit<MessageCall, 'line'> | null {
  const method = ts.isPropertyAccessExpression(expression) ? expression.name.text : null
  const callee = ts.isPropertyAccessExpression(expression) ? expression.expression : expression
  if (!given[0] || (method && !['rich', 'markup'].includes(method)) || isFunctionHere(callee)) return null
  const byArea = callee.getText() === 'tOf'
  const [values] = given.slice(byArea ? 2 : 1)
  const named = given.slice(0, byArea ? 2 : 1).map(textsOf)
  const keys = named.reduce((areas, names) => areas.flatMap((area) => names.map((name) => `${area}.${name}`)))
  // Any call of any function would be one.
  if (keys.every((key) => key === '*') && callee.getText() !== 't') return null
  return { namespace: namespaceOf(callee), keys, given: values ? namesIn(values) : [] }
}

/** The texts that an expression can be. */
function textsOf(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)]
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return textsOf(node.expression)
  if (!ts.isTemplateExpression(node)) return ['*']
  return node.templateSpans.reduce(
    (heads, { expression, literal }) =>
      heads.flatMap((head) => textsOf(expression).map((text) => head + text + literal.text)),
    [node.head.text],
  )
}

function namesIn(values: ts.Expression): string[] | null {
  if (ts.isIdentifier(values)) {
    const made = madeWith(values)
    return made ? namesIn(made) : null
  }
  if (!ts.isObjectLiteralExpression(values)) return null
  const names = values.properties.map((one) => {
    if (ts.isSpreadAssignment(one)) return namesIn(one.expression)
    return one.name && (ts.isIdentifier(one.name) || ts.isStringLiteral(one.name)) ? [one.name.text] : null
  })
  return names.some((some) => some === null) ? null : names.flatMap((some) => some ?? [])
}

/** The argument of `translator(locale, 'form')`, called at once or where the name that is called was made. */
function namespaceOf(callee: ts.Expression): string | null {
  if (ts.isIdentifier(callee)) {
    const made = madeWith(callee)
    return made ? namespaceOf(made) : null
  }
  if (!ts.isCallExpression(callee) || callee.expression.getText() !== 'translator') return null
  const part = callee.arguments[1]
  return part && ts.isStringLiteral(part) ? part.text : null
}

/** The initialiser of a name, in the nearest block that makes it. */
function madeWith(name: ts.Identifier): ts.Expression | undefined {
  for (let node: ts.Node = name; node.parent; node = node.parent) {
    if (!ts.isBlock(node.parent) && !ts.isSourceFile(node.parent)) continue
    const made = node.parent.statements
      .flatMap((one) => (ts.isVariableStatement(one) ? one.declarationList.declarations : []))
      .find((one) => one.name.getText() === name.text)
    if (made) return made.initializer
  }
  return undefined
}

/** A function of the same file takes the key to say it elsewhere, with more. */
function isFunctionHere(callee: ts.Expression): boolean {
  const { statements } = callee.getSourceFile()
  return statements.some((one) => ts.isFunctionDeclaration(one) && one.name?.text === callee.getText())
}
