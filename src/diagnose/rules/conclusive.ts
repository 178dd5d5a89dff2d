/**
 * Labels of causes that stay until somebody changes a file, a policy or a resource: another task of the same revision
 * meets them again. Left out is what may pass by itself: limits and outages, a lack of room, connections, and texts
 * that the rules read broadly (volumes, environment files, runtimes).
 */
export const conclusive: ReadonlySet<string> = new Set([
  'image/not-found',
  'image/arch',
  'image/invalid-ref',
  'image/auth',
  'secret/not-found',
  'secret/version',
  'secret/json-key',
  'secret/deleted',
  'secret/invalid-arn',
  'permission/ecr-pull',
  'permission/secret-read',
  'permission/kms',
  'permission/logs',
  'permission/s3',
  'permission/assume-role',
  'container/entrypoint',
  'config/logging',
])
