"""Vocabularies: codes, labels, aliases and paths; the built-in ones as the contract lists them."""
from flow import Unreadable
from values import listed, text

BUILT_IN = {
    "kind": "complaint 投诉|inquiry 咨询|suggestion 建议|notice 异常通知",
    "status": "pending 待处理 未处理|in_progress 处理中 进行中|resolved 已解决 已处理 完成|closed 已结案 已关闭|void 作废",
    "channel": "phone 电话 来电|email 邮件|on_site 现场 来访|letter 信函 来信|fax 传真|web 网上|forum 论坛"
               "|social 社交媒体 微信|transfer 转来|other 其他",
    "severity": "minor 轻微|major 一般|critical 严重",
    "urgency": "immediate 立即|normal 一般|planned 计划",
    "level": "company 公司级|headquarters 集团",
    "weight": "major 重大|hot 热点|important 重要",
    "region": "domestic 国内|overseas 海外 国外",
    "outcome": "solved 已解决|partly 部分解决|unsolved 未解决",
    "cause_kind": "quality 品质异常|non_quality 非品质异常",
    "validity": "valid 有效|invalid 无效|not_established 不成立|pending 待定",
    "flags": "collective 群体|violence 过激|exposure 曝光|unreasonable 无理|sensitive 敏感|anonymous 匿名"
             "|beyond_us 非本公司",
    "customer.type": "new 新客户|regular 老客户|vip VIP",
    "closure.kind": "normal 正常|abnormal 非正常",
    "result": "done 完成|doing 进行中|failed 失败",
    "deductions.kind": "bonus 奖金|administrative 行政",
    # The contract gives Chinese labels for few stages only; the others here are guesses that the
    # program's own list must confirm (only received … reopened can move a figure of metrics.json).
    "stage": "received 收到 接收 接到|registered 登记 立案 受理|submitted 呈报|escalated 升级|written_received 收到书面资料"
             "|assessed 评估|assigned 分派|informed 告知|responded 响应 首次响应|progressed 进展回报|visited 走访"
             "|sampled 取样|validity_decided 判定有效性|attributed 责任归属 责任判定 归属|contained 围堵|investigated 调查"
             "|cause_found 查明原因|planned 拟定方案|reviewed 综合意见|approved 批准|replied 答复|accepted 客户接受"
             "|rejected 客户拒绝|executed 执行|goods_received 收到退货|inspected 检验|reworked 返工|verified 验证"
             "|closure_applied 申请关闭|followed_up 回访|expedited 催办|closed 结案 关闭|reopened 重开|archived 归档"
             "|objected 异议",
}


class Vocabulary:
    """Codes by path, in the order of the list. An open one (no list) takes every text as it is."""

    def __init__(self, nodes=None, language="zh-Hans", by_path=False, given=False):
        self.is_open = nodes is None
        self.given = given  # written in site.yaml, so its labels are known in every language it gives
        self.by_path = by_path  # an open one whose texts are paths (category)
        self.labels = {}  # path -> label
        self.names = {}  # every accepted spelling -> set of paths
        for node in nodes or []:
            self.add(node, [], [], language)

    def add(self, node, codes, spellings, language):
        code = text(node["code"])
        labels = node.get("label")
        shown = labels if isinstance(labels, dict) else {language: labels or code}
        own = [code, *map(text, shown.values()), *map(text, listed(node.get("aliases")))]
        path = "/".join(codes + [code])
        self.labels[path] = text(shown.get(language)) or next(iter(map(text, shown.values())), code)
        paths = [f"{above}/{name}" for above in spellings for name in own] if spellings else own
        # The full paths are certain; a lone child's name holds where it is unique.
        for name in {*paths, *own}:
            self.names.setdefault(name, set()).add(path)
        for child in listed(node.get("children")):
            self.add(child if isinstance(child, dict) else {"code": child}, codes + [code], paths, language)

    def code(self, value):
        """Returns the path that a written value means, or None for a missing one."""
        written = text(value)
        if written is None:
            return None
        if self.is_open:
            return "/".join(part.strip() for part in written.split("/")) if self.by_path else written
        if written in self.labels:
            return written
        found = self.names.get(written) or self.names.get("/".join(p.strip() for p in written.split("/")), set())
        roots = {path for path in found if "/" not in path}
        found = roots if len(found) > 1 and len(roots) == 1 else found
        if len(found) != 1:
            raise Unreadable(f"unknown or ambiguous value {written!r}")
        return next(iter(found))

    def codes(self, value):
        return [self.code(item) for item in listed(value) if text(item) is not None]

    def with_parents(self, path):
        """Returns the keys under which a path counts: itself and its parents."""
        if self.is_open and not self.by_path or path in self.labels and "/" not in path:
            return [path]
        parts = path.split("/")
        return ["/".join(parts[:end]) for end in range(1, len(parts) + 1)]

    def label(self, path):
        """Returns a word that no vocabulary lists as it stands, whatever its path."""
        return self.labels.get(path, path)


def built_in(words):
    """Returns nodes from a line of `code label alias…` groups."""
    groups = [group.split() for group in words.split("|")]
    return [{"code": code, "label": label, "aliases": aliases} for code, label, *aliases in groups]


def vocabularies(given, language):
    """Returns all vocabularies of a site; those given in site.yaml replace the built-in ones."""
    found = {name: Vocabulary(built_in(words), language) for name, words in BUILT_IN.items()}
    for name in ("category", "product", "owner", "department", "business", "branch"):
        found[name] = Vocabulary(None, language, by_path=name == "category")
    for name, nodes in (given or {}).items():
        nodes = [node if isinstance(node, dict) else {"code": node} for node in listed(nodes)]
        found[name] = Vocabulary(nodes, language, given=True)
    return found
