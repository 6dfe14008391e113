/** Publishes every commit on GitHub Pages, and what is scheduled when it is due. docs/scheduling.md gives the reasons. */
export const PUBLISH_WORKFLOW = `name: Publish

on:
  push:
    branches: [main]
  schedule:
    # Twice an hour. In a private repository each of these runs costs a minute, 1,440 a month.
    - cron: "7,37 * * * *"
  workflow_dispatch:
    inputs:
      only-if-due:
        description: Build only if something scheduled is due
        type: boolean
        default: false

permissions:
  contents: read
  pages: write
  id-token: write

jobs:
  # Takes seconds: it checks out nothing and installs nothing. After a push it is skipped, which costs nothing.
  due:
    if: github.event_name == 'schedule' || inputs.only-if-due
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions: {}
    outputs:
      build: \${{ steps.due.outputs.build }}
    steps:
      # The status that the last run left which published. Who may read the repository may read it, and nobody else.
      - uses: actions/cache/restore@55cc8345863c7cc4c66a329aec7e433d2d1c52a9 # v6.1.0
        with:
          path: dist.status.json
          key: due-\${{ github.run_id }}-\${{ github.run_attempt }}
          restore-keys: due-
      # Builds unless that file says for certain that nothing is due. The log names nothing that is scheduled.
      - id: due
        run: |
          build=true
          # Read by \`input\`, so that an empty file is an error too.
          if jq -en 'def moment: sub("[.][0-9]+Z$"; "Z") | fromdate;
            input.published | type == "object" and (.now | moment <= now) and (
              .nextPublishAt | . == null or (moment > now)
            )' dist.status.json > /dev/null 2>&1; then
            build=false
          fi
          echo "build=$build" >> "$GITHUB_OUTPUT"

  publish:
    needs: due
    if: \${{ !cancelled() && needs.due.outputs.build != 'false' }}
    runs-on: ubuntu-latest
    timeout-minutes: 60
    # One at a time. A run that builds nothing must not take the place of one that waits.
    concurrency:
      group: publish-\${{ needs.due.outputs.build == 'false' && github.run_id || 'public' }}
    environment:
      name: github-pages
      url: \${{ steps.deployment.outputs.page_url }}
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          # The newest commit, also for a run that began before it.
          ref: \${{ github.ref }}
          persist-credentials: false
      - uses: actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0
        with:
          node-version: 24
          cache: npm
      - run: npm ci
      # What earlier builds made: only what has changed is made again.
      - uses: actions/cache@55cc8345863c7cc4c66a329aec7e433d2d1c52a9 # v6.1.0
        with:
          path: |
            .cache
            dist
          key: stet-\${{ github.run_id }}-\${{ github.run_attempt }}
          restore-keys: stet-
      - run: npm run build
      - uses: actions/upload-pages-artifact@fc324d3547104276b827a68afc52ff2a11cc49c9 # v5.0.0
        with:
          path: dist
          # Without this, readers would not get what lies in \`.well-known/\`.
          include-hidden-files: true
      - id: deployment
        uses: actions/deploy-pages@cd2ce8fcbc39b97be8ca5fce6e763baed58fa128 # v5.0.0
      # For the job above: when something is next due, now that everything until then is public.
      - uses: actions/cache/save@55cc8345863c7cc4c66a329aec7e433d2d1c52a9 # v6.1.0
        with:
          path: dist.status.json
          key: due-\${{ github.run_id }}-\${{ github.run_attempt }}
      # Fails if it was not kept: an older one may know nothing of an article that is scheduled since.
      - uses: actions/cache/restore@55cc8345863c7cc4c66a329aec7e433d2d1c52a9 # v6.1.0
        with:
          path: dist.status.json
          key: due-\${{ github.run_id }}-\${{ github.run_attempt }}
          fail-on-cache-miss: true
          lookup-only: true
`;
