/** A comment of an issue or pull request; instants are ISO 8601. */
export interface Comment {
  readonly id: number
  /** Global id, as GraphQL names it. */
  readonly nodeId: string
  readonly issue: number
  readonly author: string
  readonly body: string
  readonly createdAt: string
  readonly updatedAt: string
  readonly isMinimized: boolean
  /** `outdated`, `duplicate`, … while it is minimised. */
  readonly minimizedReason?: string
}

/** The comments of a repository, oldest first. */
export interface Comments {
  all(): readonly Comment[]
  /** Of one issue or pull request. */
  of(issue: number): readonly Comment[]
  find(id: number): Comment | undefined
  findByNode(nodeId: string): Comment | undefined
  create(comment: Pick<Comment, 'issue' | 'author' | 'body'>): Comment
  /** Gives a comment other content and answers what it is now. */
  change(comment: Comment, to: Partial<Pick<Comment, 'body' | 'isMinimized' | 'minimizedReason'>>): Comment
  remove(comment: Comment): void
}

const firstId = 1_000_001

/** Comments, dated by `now` (ms since the epoch). */
export function createComments(now: () => number): Comments {
  const comments = new Map<number, Comment>()
  const all = () => [...comments.values()]
  let nextId = firstId

  function create(comment: Pick<Comment, 'issue' | 'author' | 'body'>): Comment {
    const id = nextId++
    const at = new Date(now()).toISOString()
    const created = { ...comment, id, nodeId: `IC_simulated${id}`, createdAt: at, updatedAt: at, isMinimized: false }
    comments.set(id, created)
    return created
  }

  function change(comment: Comment, to: Partial<Comment>): Comment {
    const changed = { ...comment, ...to, updatedAt: new Date(now()).toISOString() }
    comments.set(comment.id, changed)
    return changed
  }

  return {
    all,
    of: (issue) => all().filter((comment) => comment.issue === issue),
    find: (id) => comments.get(id),
    findByNode: (nodeId) => all().find((comment) => comment.nodeId === nodeId),
    create,
    change,
    remove: (comment) => comments.delete(comment.id),
  }
}
