"""English and Chinese keys of the fields that a figure rests on; both are always accepted."""
from flow import Unreadable
from values import text

CASE = {
    "id": "投诉编号", "title": "投诉主题", "received": "投诉日期", "kind": "事项性质", "status": "处理状态",
    "channel": "投诉渠道", "category": "投诉类型", "severity": "严重程度", "urgency": "紧急程度",
    "level": "受理层级", "weight": "重要程度", "region": "区域", "cause_kind": "原因性质", "validity": "有效性",
    "flags": "特殊标记", "business": "业务", "branch": "网点", "process": "流程", "owner": "负责人",
    "customer": "客户", "product": "产品", "reply_by": "要求回复时间", "promised": "承诺回复时间",
    "departments": "责任部门", "due": "处理期限", "paused": "暂停计时", "events": "处理记录",
    "responded": "响应时间", "contained": "围堵时间", "closed": "结案时间", "costs": "费用", "closure": "关闭",
    "satisfaction": "满意度", "repeat_of": "重复投诉", "appeal_of": "前次处理单", "reopened": "重开", "private": "保密",
    "followups": "回访", "followup_exempt": "免回访", "deductions": "罚扣",
}
CUSTOMER = {"name": "客户姓名", "type": "客户类型"}
PRODUCT = {"name": "品名", "part_no": "料号", "lots": "批数", "defective": "不良数",
           "inspected": "抽检数"}
DEPARTMENT = {"name": "部门", "share": "责任比例"}
DUE = {"until": "至", "reason": "原因", "approved_by": "批准人"}
PAUSE = {"from": "从", "to": "至", "reason": "原因"}
EVENT = {"stage": "阶段", "at": "时间", "received": "收到时间", "department": "部门", "result": "结果",
         "departments": "责任部门"}
COSTS = {"claim": "索赔", "allowance": "折让", "compensation": "赔款", "return_value": "退货", "rework": "返工",
         "sorting": "挑选", "travel": "差旅", "freight": "运费", "inspection": "检验", "scrap": "报废",
         "customer_rework": "委托处理", "other": "其他"}
IMPROVEMENT = {"due": "期限", "done": "完成", "effective": "有效", "confirmed_on": "确认日期"}
CLOSURE = {"kind": "方式"}
FOLLOWUP = {"at": "时间", "reached": "接通", "satisfied": "满意"}
DEDUCTION = {"kind": "种类", "amount": "金额", "approved": "核准日期", "published": "公布日期"}
SATISFACTION = {"speed": "速度", "solved": "解决", "overall": "整体"}


def fields(tree, table, short=None):
    """Returns the map with English keys.

    `short` names the field that a bare value stands for; an empty map for a missing value. A field
    given under both its keys is the same key twice.
    """
    if tree is None:
        return {}
    if not isinstance(tree, dict):
        if short is None or isinstance(tree, list):
            raise Unreadable(f"a map was expected, not {tree!r}")
        return {short: tree}
    english = {chinese: key for key, chinese in table.items()}
    result = {}
    for written, value in tree.items():
        key = text(written)
        key = english.get(key, key)
        if key in result:
            raise Unreadable(f"the key {key!r} stands twice")
        result[key] = value
    return result
