const kinds = /^(this-computer|self-hosted|teamviewer)$/
const message = 'Read a capability, or what the kind needs: src/main/workspace/kinds.ts.'

/** What a kind of workspace can do is a capability; its name decides nothing outside of its folder. */
const noKindNames = {
  create: (/** @type {{ report: (problem: object) => void }} */ context) => {
    /** @param {unknown} node */
    const check = (node) => {
      if (isKindName(node)) context.report({ node, message })
    }
    return {
      /** @param {{ left: unknown, right: unknown }} expression */
      BinaryExpression: ({ left, right }) => [left, right].forEach(check),
      /** @param {{ test: unknown }} branch */
      SwitchCase: ({ test }) => {
        check(test)
      },
    }
  },
}

/** @param {unknown} node of the syntax tree (ESTree) */
function isKindName(node) {
  if (typeof node !== 'object' || node === null || !('type' in node) || node.type !== 'Literal' || !('value' in node)) return false
  return typeof node.value === 'string' && kinds.test(node.value)
}

/** Rules of this project's own, in the form of an ESLint plugin. */
export default { meta: { name: 'parley' }, rules: { 'no-kind-names': noKindNames } }
