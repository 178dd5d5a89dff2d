/** The ecspresso version whose behaviour we follow; `required_version` is checked against it. */
export const compatibleVersion = '2.8.7'
