// id: posts-and-brands
// title: {zh: 先锋岗与党建品牌, en: Posts and brands}
// tells:
//   zh: 各党组织名下未撤的岗和品牌各有几个。企业设立的归入覆盖它的党组织，结对设立的归入企业一方；没有党组织的按设立方列出。
//   en: How many posts still open and brands each branch has. Those of a firm count for the branch that covers it, those of a pair for its enterprise side; where there is no branch the owner is listed.
// for: [staff, report]
// columns:
//   branch: {type: key, node: Branch, label: {zh: 党组织代码, en: Branch}}
//   name: {type: text, label: {zh: 党组织或设立方, en: Branch or owner}}
//   posts: {type: int, label: {zh: 岗合计, en: Posts}}
//   vanguard: {type: int, label: {zh: 党员先锋岗, en: Vanguard posts}}
//   model: {type: int, label: {zh: 党员示范岗, en: Model posts}}
//   line: {type: int, label: {zh: 车间示范线, en: Model workshop lines}}
//   duty_area: {type: int, label: {zh: 党员责任区, en: Areas of responsibility}}
//   brands: {type: int, label: {zh: 品牌, en: Brands}}
//   brand_names: {type: text, label: {zh: 品牌名称, en: Names of the brands}}
//   brand_keys: {type: keys, node: Brand, label: {zh: 品牌编号, en: The brands}}
// picture:
//   nodes: [branch, brand_keys]
//   edges: [OF]

CALL () {
  MATCH (item:Post)-[of:OF]->(owner)
  WHERE coalesce(item.set_up_on, of.since, $at) <= $at AND (item.closed_on IS NULL OR $at < item.closed_on)
  RETURN item, owner
  UNION
  MATCH (item:Brand)-[of:OF]->(owner)
  WHERE coalesce(item.created_on, of.since, $at) <= $at
  RETURN item, owner
}
// what a branch set up at a firm is the branch's
WITH item, collect(owner) AS owners
UNWIND CASE WHEN any(owner IN owners WHERE owner:Branch) THEN [owner IN owners WHERE owner:Branch] ELSE owners END AS owner
WITH item, owner, $at AS day
// include: owner_branch
WITH DISTINCT branch, CASE WHEN branch IS NULL THEN owner ELSE branch END AS holder, item ORDER BY item.name, item.key
// A post is known by its holder: its key would spell the name, so posts are counted and not listed.
WITH branch, holder,
  collect(CASE WHEN item:Post THEN item END) AS posts, collect(CASE WHEN item:Brand THEN item END) AS brands
RETURN branch.key AS branch, coalesce(holder.name, holder.agreement, holder.key) AS name, size(posts) AS posts,
  size([post IN posts WHERE post.category = 'vanguard']) AS vanguard,
  size([post IN posts WHERE post.category = 'model']) AS model,
  size([post IN posts WHERE post.category = 'line']) AS line,
  size([post IN posts WHERE post.category = 'area']) AS duty_area,
  size(brands) AS brands,
  reduce(words = head(brands).name, brand IN tail(brands) | words + '、' + brand.name) AS brand_names,
  [brand IN brands | brand.key] AS brand_keys
ORDER BY posts DESC, brands DESC, name, branch, holder.key
