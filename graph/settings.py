"""What a person may choose from outside: environment variables, read once per command.

LIANGXIN_HOME               folder of all that is kept: database, keys, logs, fetched jars
LIANGXIN_JARS               folder of Neo4j's jars, when several homes share one
LIANGXIN_MAVEN              address of a Maven repository to fetch jars from; default Maven Central
LIANGXIN_RULES              file of the zone's own rule values; default rules.yaml in LIANGXIN_HOME, if there is one
LIANGXIN_NEO4J              version of the local Neo4j
LIANGXIN_BOLT_PORT          port of the local Neo4j; default any free one
LIANGXIN_HEAP_MB            heap of the local Neo4j, megabytes
LIANGXIN_PAGECACHE_MB       page cache of the local Neo4j, megabytes
LIANGXIN_LANG               zh or en
LIANGXIN_QUESTION_SECONDS   how long one question may take
LIANGXIN_WAIT_SECONDS       how long a load waits for a database that cannot be reached
NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE   a server of one's own, in place of the local one
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from platformdirs import user_cache_path, user_data_path
from pydantic import AfterValidator, Field, SecretStr, ValidationError, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, SettingsConfigDict

from graph.errors import Place, SettingsError
from graph.text import Language, Text

Neo4jVersion = Literal["2026.09.0", "5.26.30"]

APPLICATION = "liangxin-graph"
URI_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")

# The server outlives the command and its working folder, so no path may stay relative.
Folder = Annotated[Path, AfterValidator(lambda path: path.expanduser().resolve())]


class Settings(BaseSettings):
    """Every choice of one run; what is not given comes from the environment."""

    model_config = SettingsConfigDict(
        frozen=True,
        env_prefix="LIANGXIN_",  # without it, by name would also mean that HOME fills `home`
        populate_by_name=True,
    )

    home: Folder = Field(
        default_factory=lambda: user_data_path(APPLICATION, appauthor=False),
    )
    jars: Folder = Field(
        # A home that was chosen keeps its jars too; the default home leaves them to the user's cache.
        default_factory=lambda chosen: (
            user_cache_path(APPLICATION, appauthor=False) / "jars"
            if chosen["home"] == user_data_path(APPLICATION, appauthor=False)
            else chosen["home"] / "jars"
        ),
    )
    maven: str | None = Field(default=None)
    rules: Folder = Field(default_factory=lambda chosen: chosen["home"] / "rules.yaml")
    neo4j_version: Neo4jVersion = Field(default="2026.09.0", validation_alias="LIANGXIN_NEO4J")
    bolt_port: int | None = Field(default=None, ge=1, le=65535)
    heap_mb: int = Field(default=1024, ge=512)
    pagecache_mb: int = Field(default=256, ge=64)
    language: Language = Field(default="zh", validation_alias="LIANGXIN_LANG")
    question_seconds: float = Field(default=30.0, gt=0)
    wait_seconds: float = Field(default=600.0, ge=0)
    neo4j_uri: str | None = Field(default=None, validation_alias="NEO4J_URI")
    neo4j_username: str = Field(default="neo4j", validation_alias="NEO4J_USERNAME")
    neo4j_password: SecretStr | None = Field(default=None, validation_alias="NEO4J_PASSWORD")
    neo4j_database: str = Field(default="neo4j", validation_alias="NEO4J_DATABASE")

    @field_validator("rules")
    @classmethod
    def _is_a_file(cls, rules: Path, chosen: ValidationInfo) -> Path:
        if rules != chosen.data["home"] / "rules.yaml" and not rules.is_file():
            raise PydanticCustomError("no_file", "there is no such file")
        return rules

    @field_validator("neo4j_uri")
    @classmethod
    def _known_scheme(cls, uri: str | None) -> str | None:
        if uri is not None and (uri.partition("://")[0] not in URI_SCHEMES or not uri.partition("://")[2]):
            raise PydanticCustomError(
                "scheme", "must be one of {schemes}://host:port", {"schemes": ", ".join(URI_SCHEMES)}
            )
        return uri

    @model_validator(mode="after")
    def _remote_needs_password(self) -> Self:
        if self.neo4j_uri is not None and self.neo4j_password is None:
            raise PydanticCustomError("no_password", "NEO4J_URI is set but NEO4J_PASSWORD is not")
        return self


def read_settings() -> Settings:
    """The settings of this environment. SettingsError names the variable that cannot be used and why."""
    _refuse_empty()
    try:
        return Settings()
    except ValidationError as error:
        raise _in_words(error.errors()[0]) from error


def variable(field: str) -> str:
    """The environment variable of a field (or of its alias)."""
    known = Settings.model_fields.get(field)
    if known is None:
        return field
    return str(known.validation_alias or f"LIANGXIN_{field.upper()}")


def _refuse_empty() -> None:
    """An empty NEO4J_URI would silently mean another database, an empty home the working folder: refuse them all."""
    for field in Settings.model_fields:
        name = variable(field)
        if os.environ.get(name) == "":
            raise SettingsError(
                Text("环境变量 {name} 已设置，但为空", "the environment variable {name} is set but empty").fill(
                    name=name
                ),
                Text("请填写它的值，或删除（unset）这个变量", "give it a value, or unset it"),
            )


def _in_words(error: Any) -> SettingsError:
    """The first of pydantic's complaints as ours; a password is never repeated."""
    if error["type"] == "no_password":
        return SettingsError(
            Text("已设置 NEO4J_URI，但没有设置 NEO4J_PASSWORD", "NEO4J_URI is set but NEO4J_PASSWORD is not"),
            Text(
                "请设置 NEO4J_PASSWORD；若要使用本机数据库，请删除 NEO4J_URI",
                "set NEO4J_PASSWORD, or unset NEO4J_URI to use the local database",
            ),
        )
    name = variable(str(error["loc"][0]))
    if error["type"] == "scheme":
        reason = Text(
            "地址须形如 bolt://主机:端口 或 neo4j+s://主机:端口（可用：{schemes}）",
            "an address looks like bolt://host:port or neo4j+s://host:port (schemes: {schemes})",
        ).fill(schemes=", ".join(URI_SCHEMES))
    elif error["type"] == "no_file":
        reason = Text("没有这个文件；请改正路径，或删除这个变量", "there is no such file; correct the path or unset it")
    else:
        reason = Text("要求：{reason}", "required: {reason}").fill(reason=error["msg"])
    return SettingsError(
        Text("环境变量 {name} 的值不能使用", "the value of the environment variable {name} cannot be used").fill(
            name=name
        ),
        reason,
        Place(value=str(error["input"])),
    )
