/**
 * Reviews every change that is proposed, without a secret: what it builds is a stranger's. docs/review.md gives the
 * reasons, and decision 0086.
 */
export const REVIEW_WORKFLOW = `name: Review

on:
  pull_request:

# This job runs what the change brings, which may be a stranger's. It has no secret, and its token, which no step is
# given, can read what the stranger can read.
permissions:
  contents: read

jobs:
  review:
    runs-on: ubuntu-latest
    timeout-minutes: 30
    concurrency:
      group: review-\${{ github.ref }}
      cancel-in-progress: true
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          # The change as it would be merged, and what it would be merged into.
          fetch-depth: 2
          persist-credentials: false
      - uses: actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0
        with:
          node-version: 24
      - run: npm ci --ignore-scripts
      # Its errors stand beside the lines of the change. They do not keep the review from being written.
      - id: check
        continue-on-error: true
        run: npm run check -- --format github
      - run: npm run review -- --base HEAD^1 --out review
      # As readers would see it: drafts and scheduled articles are not in it.
      - id: build
        if: steps.check.outcome == 'success'
        continue-on-error: true
        run: npm run build
      - uses: actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f # v6.0.0
        with:
          name: review
          path: review
      # What the workflow "Review comment" takes: this file, as a text.
      - uses: actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f # v6.0.0
        with:
          name: comment
          path: review/review.md
          retention-days: 5
      - if: steps.build.outcome == 'success'
        uses: actions/upload-artifact@b7c566a772e6b6bfb58ed0dc250532a479d7789f # v6.0.0
        with:
          name: preview
          path: dist
          retention-days: 5
      - if: steps.check.outcome != 'success' || steps.build.outcome != 'success'
        run: exit 1
`;

/** The first line of the comment, by which it is found again. */
export const COMMENT_MARK = "<!-- stet review -->";

/** Writes the review of a change as one comment on it, and updates that. It runs nothing that the change brings. */
export const COMMENT_WORKFLOW = `name: Review comment

# Always as it is in the default branch, whatever a change makes of this file.
on:
  workflow_run:
    workflows: [Review]
    types: [completed]

permissions: {}

jobs:
  comment:
    if: github.event.workflow_run.event == 'pull_request'
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions:
      actions: read
      pull-requests: write
    concurrency:
      group: comment-\${{ github.event.workflow_run.head_repository.id }}-\${{ github.event.workflow_run.head_branch }}
    steps:
      # Checks out nothing. Of all that the other job left it reads one file, as a text, and makes sure that it is no more.
      - shell: bash
        env:
          GH_TOKEN: \${{ github.token }}
          REPOSITORY: \${{ github.repository }}
          RUN_ID: \${{ github.event.workflow_run.id }}
          RUN_URL: \${{ github.event.workflow_run.html_url }}
          HEAD_SHA: \${{ github.event.workflow_run.head_sha }}
          HEAD_BRANCH: \${{ github.event.workflow_run.head_branch }}
          HEAD_OWNER: \${{ github.event.workflow_run.head_repository.owner.login }}
        run: |
          # Which pull request it is, GitHub says, and not the other job: the open one that has this commit as its newest.
          number=$(gh api --method GET "repos/$REPOSITORY/pulls" -f state=open -f head="$HEAD_OWNER:$HEAD_BRANCH" |
            jq -r --arg sha "$HEAD_SHA" --arg repository "$REPOSITORY" '
              [.[] | select(.head.sha == $sha and .base.repo.full_name == $repository) | .number]
              | if length == 1 then .[0] else empty end')
          if ! [[ $number =~ ^[0-9]+$ ]]; then
            echo "No pull request, or more than one, has $HEAD_SHA as its newest commit."
            exit 0
          fi

          artifact=$(gh api "repos/$REPOSITORY/actions/runs/$RUN_ID/artifacts?name=comment" |
            jq -r '[.artifacts[] | select(.name == "comment" and .size_in_bytes <= 300000) | .id] | last // empty')
          if ! [[ $artifact =~ ^[0-9]+$ ]]; then
            echo "There is no review, or it is too large."
            exit 0
          fi
          gh api "repos/$REPOSITORY/actions/artifacts/$artifact/zip" > comment.zip
          # Nothing is unpacked but this file, and no more of it than a comment can hold.
          { unzip -p comment.zip review.md || true; } | head -c 262145 > review.md
          size=$(wc -c < review.md)
          if [ "$size" -eq 0 ] || [ "$size" -gt 262144 ]; then
            echo "The review is empty or too large."
            exit 1
          fi

          # The review is written so that it notifies nobody and links to nothing. Whoever wrote this one may have changed
          # that, so it is done again: a sign of no width parts what would be more than text.
          gap=$'\\xe2\\x80\\x8b'
          {
            echo '${COMMENT_MARK}'
            echo "Review of $HEAD_SHA. The page with pictures, and a preview, are among the artifacts of [this run]($RUN_URL)."
            echo "What follows was made by the code of the change."
            echo
            tr -d '\\000-\\010\\013-\\037' < review.md | LC_ALL=C sed \\
              -e "s/[<@]/&$gap/g" \\
              -e "s/]\\([(:[]\\)/]$gap\\1/g" \\
              -e "s/:\\/\\//:$gap\\/\\//g" \\
              -e "s/[Ww][Ww][Ww]\\./www$gap./g" \\
              -e "s/#\\([0-9]\\)/#$gap\\1/g" \\
              -e "s/[Gg][Hh]-/&$gap/g" \\
              -e 's/\`\`\`/\`'"$gap"'\`\`/g' \\
              -e "s/~~~/~$gap~~/g" \\
              -e 's/&\\(amp\\|lt\\|gt\\);/\\x01\\1;/g' -e 's/&/\\&amp;/g' -e 's/\\x01/\\&/g'
          } > body.md
          jq -Rs '{ body: .[0:65000] }' body.md > body.json

          comment=$(gh api --paginate "repos/$REPOSITORY/issues/$number/comments?per_page=100" |
            jq -rs '[add // [] | .[]
              | select(.user.login == "github-actions[bot]" and (.body | startswith("${COMMENT_MARK}")))
              | .id] | first // empty')
          if [[ $comment =~ ^[0-9]+$ ]]; then
            gh api --method PATCH "repos/$REPOSITORY/issues/comments/$comment" --input body.json > /dev/null
          else
            gh api --method POST "repos/$REPOSITORY/issues/$number/comments" --input body.json > /dev/null
          fi
`;
